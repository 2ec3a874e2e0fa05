import assert from "node:assert/strict";
import { test } from "node:test";

import { median, quantile, spread } from "./stats.mjs";

test("the median of an even number of values is the mean of the two in the middle", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([10, 4, 1, 2]), 3);
  assert.equal(median([7]), 7);
});

test("a quantile is one of the values", () => {
  const values = Array.from({ length: 50 }, (_, n) => 50 - n);
  assert.equal(quantile(values, 0.95), 48);
  assert.equal(quantile([5], 0.95), 5);
  assert.equal(quantile([2, 1], 0), 1);
});

test("spread does not sort the given list", () => {
  const values = [3, 1, 2];
  assert.deepEqual(spread(values), { median: 2, min: 1, max: 3 });
  assert.deepEqual(values, [3, 1, 2]);
});
