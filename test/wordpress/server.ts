import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../e2e/support.js';
import { killGroup } from '../tools/processes.js';
import { guarded } from './guard.js';

// A WordPress of our own: Debian's package in a folder, with a database that only a socket in there leads to. It is
// served by PHP's own server.

const root = fileURLToPath(new URL('../..', import.meta.url));
const php = fileURLToPath(new URL('php', import.meta.url));
const cache = join(root, 'node_modules/.cache/standfirst-wordpress');

/** How many requests are answered side by side: a page asks for several things at once. */
const workers = '4';

/** What this machine lacks to run WordPress, and what to do about it; empty when it lacks nothing. */
export function lacking(): string {
  const runs = (...command: [string, ...string[]]): string | undefined => {
    const { error, stdout } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
    return error ? undefined : stdout;
  };
  const missing = ['apt-get', 'dpkg', 'mariadbd', 'mariadb-install-db', 'php'].filter(
    (program) => runs(program, '--version') === undefined,
  );
  const modules = runs('php', '-m');
  for (const name of ['mysqli', 'gd', 'mbstring', 'xml', 'curl'])
    if (modules !== undefined && !modules.split('\n').includes(name)) missing.push(`php-${name}`);
  return missing.length
    ? `WordPress cannot run here without ${missing.join(', ')}: on Debian, apt-get install --no-install-recommends ` +
        'php-cli php-mysql php-gd php-mbstring php-xml php-curl mariadb-server; or set WORDPRESS_URL.'
    : '';
}

export class WordPress {
  readonly folder: string;
  /** What PHP complains about. */
  readonly log: string;
  port = 0;
  /** Application password of the user `admin`. */
  password = '';
  readonly #running = new Set<ChildProcess>();

  /** @param folder all that it writes is in here */
  constructor(folder: string) {
    this.folder = folder;
    this.log = join(folder, 'php.log');
  }

  async start(): Promise<void> {
    const site = join(this.folder, 'site');
    await Promise.all([this.#unpack(site), this.#startDatabase()]);
    furnish(site);
    this.password = await this.#run('php', [...this.#settings, join(php, 'install.php')], site);
    [this.port] = (await freePorts(1)).map(Number) as [number];
    const server = ['-S', `127.0.0.1:${this.port}`, '-t', site, join(php, 'router.php')];
    await this.#serve('php', [...this.#settings, ...server], /Development Server .* started/);
  }

  /** Ends all that it has started. Safe in an `exit` listener. */
  stop(): void {
    for (const child of this.#running) killGroup(child);
  }

  /** Debian's package; to install it would bring a web server along. */
  async #unpack(site: string): Promise<void> {
    const whole = join(this.folder, 'package');
    await this.#run('dpkg', ['-x', await this.#package(), whole]);
    renameSync(join(whole, 'usr/share/wordpress'), site);
  }

  /** The file of the package, which is fetched once for each version. */
  async #package(): Promise<string> {
    try {
      // 'https://…' wordpress_6.1.9+dfsg1-0+deb12u1_all.deb 7851924 SHA256:…; nothing where the file is.
      const said = await this.#run('apt-get', ['download', '--print-uris', 'wordpress'], '/');
      const [, name = ''] = said.split(' ');
      const kept = join(cache, name);
      if (existsSync(kept)) return kept;
      // As root, apt would rather fetch as a user who may not write in here.
      await this.#run('apt-get', ['download', '-o', 'APT::Sandbox::User=root', 'wordpress']);
      const fetched = join(this.folder, name);
      mkdirSync(cache, { recursive: true });
      // Whole, or not at all: this may be ended at any moment.
      copyFileSync(fetched, `${kept}.${process.pid}`);
      renameSync(`${kept}.${process.pid}`, kept);
      return fetched;
    } catch (error) {
      const remedy = 'try apt-get update, or set WORDPRESS_URL';
      throw new Error(`Debian’s package of WordPress could not be fetched: ${remedy}.`, { cause: error });
    }
  }

  async #startDatabase(): Promise<void> {
    const common = ['--no-defaults', `--datadir=${join(this.folder, 'db')}`];
    // As root it has to be told that this is meant.
    if (process.getuid?.() === 0) common.push('--user=root');
    await this.#run('mariadb-install-db', [...common, '--skip-test-db', '--skip-name-resolve']);
    const files = [`--socket=${join(this.folder, 'db.sock')}`, `--pid-file=${join(this.folder, 'db.pid')}`];
    // Whoever can open the folder is its owner.
    const open = ['--skip-networking', '--skip-grant-tables'];
    const hasty = '--innodb-flush-log-at-trx-commit=0';
    await this.#serve('mariadbd', [...common, ...files, ...open, hasty], /ready for connections/);
  }

  get #settings(): string[] {
    const settings = ['display_errors=0', 'log_errors=1', `error_log=${this.log}`];
    // Without a cache each request compiles WordPress.
    return [...settings, 'opcache.enable_cli=1'].flatMap((setting) => ['-d', setting]);
  }

  /** Runs a program to its end, and gives what it printed. */
  async #run(program: string, args: string[], cwd = this.folder): Promise<string> {
    const child = this.#spawn([program, ...args], cwd, 'ignore');
    let [printed, complained] = ['', ''];
    child.stdout?.on('data', (chunk) => (printed += String(chunk)));
    child.stderr?.on('data', (chunk) => (complained += String(chunk)));
    await new Promise<void>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) =>
        code ? reject(new Error(`${program} ended with ${code}: ${printed}${complained}`)) : resolve(),
      );
    });
    return printed.trim();
  }

  /** Runs a server, and waits until it says that it is ready. */
  async #serve(program: string, args: string[], ready: RegExp): Promise<void> {
    const child = this.#spawn(guarded(program, ...args), this.folder, 'pipe');
    const said: string[] = [];
    child.stdout?.resume();
    await new Promise<void>((resolve, reject) => {
      // It is read to the end: a full pipe would stop the server.
      createInterface(child.stderr as NodeJS.ReadableStream).on('line', (line) => {
        if (said.length < 100) said.push(line);
        if (ready.test(line)) resolve();
      });
      child.on('error', reject);
      child.on('close', () => reject(new Error(`${program} ended:\n${said.join('\n')}`)));
    });
  }

  #spawn([program = '', ...args]: string[], cwd: string, stdin: 'ignore' | 'pipe'): ChildProcess {
    const env = { ...process.env, PHP_CLI_SERVER_WORKERS: workers, TMPDIR: this.folder };
    const child = spawn(program, args, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
    this.#running.add(child);
    child.on('close', () => this.#running.delete(child));
    return child;
  }
}

/** What makes it the tests' own: settings, a theme that shows what a theme must, and our plugin with our script. */
function furnish(site: string): void {
  const content = join(site, 'wp-content');
  const plugin = join(content, 'mu-plugins/standfirst');
  mkdirSync(plugin, { recursive: true });
  copyFileSync(join(php, 'wp-config.php'), join(site, 'wp-config.php'));
  copyFileSync(join(php, 'site.php'), join(content, 'mu-plugins/site.php'));
  copyFileSync(join(php, 'standfirst.php'), join(plugin, 'standfirst.php'));
  copyFileSync(join(root, 'dist/standfirst.all.js'), join(plugin, 'standfirst.all.js'));
  cpSync(join(php, 'theme'), join(content, 'themes/gazette'), { recursive: true });
  // The same site once more, under a path.
  symlinkSync('.', join(site, 'news'));
}
