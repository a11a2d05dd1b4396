import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { maskSecret, secretFingerprint } from "../../../src/engine/secrets/fingerprint.ts";
import { sha256 } from "../../../src/engine/secrets/sha256.ts";

test("sha256 agrees with node:crypto on every length around the block borders and beyond ASCII", () => {
  const texts = ["", "abc", "grüße", "日本語", "🔑 key", "a".repeat(1000)];
  for (let length = 50; length < 135; length++) texts.push("x".repeat(length));
  for (const text of texts) {
    assert.equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"), `length ${text.length}`);
  }
});

test("a fingerprint depends on value and salt, and is no plain hash", () => {
  const one = secretFingerprint("value");
  assert.equal(one, secretFingerprint("value"));
  assert.notEqual(one, secretFingerprint("value2"));
  assert.notEqual(one, secretFingerprint("value", "workspace"));
  assert.ok(!sha256("value").startsWith(one));
});

test("a mask never shows a third of the value", () => {
  for (let length = 1; length < 60; length++) {
    const value = Array.from({ length }, (_, index) => "abcdefghijklmnopqrstuvwxyz0123456789"[(index * 7) % 36]).join(
      "",
    );
    const shown = maskSecret(value)
      .replace(/ \(\d+\)$/, "")
      .replace(/[…•]/g, "");
    assert.ok(shown.length <= value.length / 3, `${length}: ${shown.length}`);
  }
});
