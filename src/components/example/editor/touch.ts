/** Whether the main pointer is a finger. Monaco is not made for that: no selection, no paste, lost backspaces. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
