import { startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import { browserReporter } from './browser-reporter.js';
import { add, sentence, type Totals } from './totals.js';

/**
 * Runs files in browsers, as the project's own configuration has it, and adds what came of it to `total`.
 * @param engines of each engine that has to run its counts, by name; they are added to
 * @param own what this run has otherwise
 * @returns a sentence for each engine
 */
export async function runInBrowsers(
  engines: Map<string, Totals>,
  total: Totals,
  own: (config: TestRunnerConfig) => TestRunnerConfig,
): Promise<string[]> {
  const configUrl = new URL('web-test-runner.config.js', new URL('../../', import.meta.url)).href;
  const { default: config } = (await import(configUrl)) as { default: TestRunnerConfig };
  const { reporters = [], ...rest } = own(config);
  const runner = await startTestRunner({
    config: { ...config, ...rest, reporters: [browserReporter(engines), ...reporters] },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The browsers did not start: see above.');
  await new Promise((stopped) => runner.on('stopped', stopped));
  return [...engines].map(([name, result]) => {
    // An engine in which nothing ran has proved nothing.
    if (result.passed + result.failed === 0) result.failed++;
    add(total, result);
    return `${name}: ${sentence(result)}`;
  });
}
