// Prints a line a test, the reason of each failure, and at the end "N passed, N failed".
export default async function* reporter(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.nesting > 0) yield `    ${data.message}\n`;
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const seconds = (data.details.duration_ms / 1000).toFixed(1);
    if (type === 'test:pass') {
      passed += 1;
      yield `ok ${data.name} (${seconds} s)\n`;
    } else {
      failed += 1;
      const error = data.details.error;
      yield `FAILED ${data.name} (${seconds} s)\n${(error.cause?.stack ?? error.message ?? String(error)).replace(/^/gm, '    ')}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}
