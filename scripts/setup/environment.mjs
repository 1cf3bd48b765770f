// @ts-check

/**
 * What every tool that we start is told: no telemetry, no look for newer versions. Each of them would ask
 * the network, and none of it is ours to send.
 */
export const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DISABLE_UPDATE_CHECK: 'true',
  DO_NOT_TRACK: '1',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  // A person's own pip settings must not send our packages elsewhere than we say.
  PIP_REQUIRE_VIRTUALENV: '0',
  PIP_USER: '0',
  PIP_NO_INPUT: '1',
  PYTHONUTF8: '1',
};

/** @param {NodeJS.ProcessEnv} [env] changed in place: children inherit it */
export function beQuiet(env = process.env) {
  Object.assign(env, QUIET);
}
