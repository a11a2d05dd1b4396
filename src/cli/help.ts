/** What `--help` prints, by command; `""` is the overview. */

const OVERVIEW = `Hardpath maps the paths through a back-end service and finds what breaks when
it gets real users: retries that write twice, secrets in code, missing checks.

  hardpath check [dir]     findings
  hardpath map [dir]       entry points, their guards and what they reach
  hardpath report [dir]    readiness, dimension by dimension
  hardpath explain RULE    what a rule means and how to mend it
  hardpath mcp             the same for coding agents (Model Context Protocol)

  hardpath COMMAND --help  the options of a command
  hardpath --version

dir is the folder of the service, by default the current one. Settings stand in
hardpath.config.json there. Nothing leaves this machine.
`;

const CHECK = `hardpath check [dir] [options]

  --format FORMAT      text (default), json, sarif, markdown or github
  --rule ID            only this rule or group; may be repeated
  --baseline FILE      accept the findings listed in FILE
                       (default: .hardpath-baseline.json, where there is one)
  --update-baseline    write all findings of now to the baseline
  --fix                apply the fixes that cannot change behaviour
  --fix-suggestions    apply the first fix of every finding; read the diff
  --max-warnings N     up to N warnings are no failure
  --hints              show hints in text, too
  --no-cache           read everything anew

Exit code: 0 nothing to report, 1 errors or warnings, 2 wrong usage or
configuration. Hints do not fail.
`;

const MAP = `hardpath map [dir] [options]

  --format FORMAT      json (default), mermaid, markdown, html or svg
  --diff REF           what changed since a commit, branch or tag: markdown
                       (default) or json
  --no-cache           read everything anew
`;

const REPORT = `hardpath report [dir] [options]

  --format FORMAT      text (default), markdown or json
  --no-cache           read everything anew
`;

const EXPLAIN = `hardpath explain RULE

Prints the page of a rule, such as access/missing-role. Without a rule it lists
them all.
`;

const MCP = `hardpath mcp [dir]

Speaks the Model Context Protocol on standard input and output. Tools:
check, map, explain, fix. Register it with an agent as the command
"hardpath mcp".
`;

export const HELP: Readonly<Record<string, string>> = {
  "": OVERVIEW,
  check: CHECK,
  map: MAP,
  report: REPORT,
  explain: EXPLAIN,
  mcp: MCP,
};
