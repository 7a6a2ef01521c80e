import { HELP, parseCommandLine } from './command-line';

describe('the command line', () => {
  it('may be empty', () => {
    expect(parseCommandLine([])).toEqual({ help: false, open: false, env: {} });
  });

  it('replaces keys of the environment', () => {
    expect(parseCommandLine(['--supergraph', 'a.graphql', '--port', '0', '--profile', 'open'])).toEqual({
      help: false,
      open: true,
      env: { SUPERGRAPH: 'a.graphql', PORT: '0' },
    });
  });

  it.each([[['--grpah', 'x']], [['extra']], [['--port']], [['--open']]])(
    'refuses %j and names the flags',
    (args) => {
      expect(() => parseCommandLine(args)).toThrow('--supergraph, --port, --profile, --help');
    },
  );

  it('refuses a profile that it does not have', () => {
    expect(() => parseCommandLine(['--profile', 'closed'])).toThrow('--profile can only be open');
  });

  it('is explained flag by flag', () => {
    expect(parseCommandLine(['--help']).help).toBe(true);
    for (const flag of ['--supergraph', '--port', '--profile', '--help'])
      expect(HELP).toContain(`\n  ${flag}`);
  });
});
