// What a failed assertion has compared is sent to the runner. An element would go with all that hangs on it, the whole
// page in the end, and the run would stand still instead of telling.
afterEach(function () {
  const { err } = this.currentTest as { err?: { actual?: unknown; expected?: unknown } };
  if (err) Object.assign(err, { actual: plain(err.actual), expected: plain(err.expected) });
});

function plain(value: unknown): unknown {
  if (value instanceof Element) return value.outerHTML;
  return Array.isArray(value) ? value.map(plain) : value;
}
