import { expect, test } from 'vitest';
import { isTestFile, testsIn } from './tests-in.ts';

test.each([
  ['test_a.py', true],
  ['tests/unit/a_test.py', true],
  ['conftest.py', false],
  ['test_a.txt', false],
  ['testing.py', false],
])('%s is a test file: %s', (path, expected) => {
  expect(isTestFile(path)).toBe(expected);
});

test('functions, async functions and methods of test classes, in their order', () => {
  const text = `import pytest

def helper():
    def test_inner(): ...

def test_one():
    def test_nested(): ...

@pytest.mark.asyncio
async def test_two(): ...

class TestOrders:
    # a remark
    def test_three(self): ...
    async def test_four(self):
        def test_deep(): ...

class Helper:
    def test_not_collected(self): ...

class OrderTests(unittest.TestCase):
    def test_five(self): ...

def test_six(): ...
`;
  expect(testsIn(text)).toEqual([
    'test_one',
    'test_two',
    'TestOrders::test_three',
    'TestOrders::test_four',
    'OrderTests::test_five',
    'test_six',
  ]);
});

test('text in triple quotes is no code, even unclosed', () => {
  expect(testsIn('"""\ndef test_a():\n"""\ndef test_b(): ...\n')).toEqual(['test_b']);
  expect(testsIn("def test_b(): ...\n'''\ndef test_a():\n")).toEqual(['test_b']);
});

test('broken Python is still a file', () => {
  expect(testsIn('def test_(:\n  class')).toEqual(['test_']);
  expect(testsIn('')).toEqual([]);
});
