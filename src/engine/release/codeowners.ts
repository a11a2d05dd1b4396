/** CODEOWNERS. https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
import { count } from "./images.ts";
import { enumerate, ReadingBuilder, type ReleaseReader } from "./reading.ts";

export const readCodeowners: ReleaseReader = (file) => {
  const found = new ReadingBuilder("CODEOWNERS", file.path);
  const rules = file.text
    .split(/\r?\n/)
    .map((text, index) => ({
      words: text
        .replace(/(^|\s)#.*$/, "")
        .trim()
        .split(/\s+/)
        .filter(Boolean),
      line: index + 1,
    }))
    .filter(({ words }) => words.length > 0 && !words[0]?.startsWith("["));
  const [first] = rules;
  if (!first) return found;
  const everything = rules.findLast(({ words }) => words[0] === "*" || words[0] === "/**");
  if (everything && everything.words.length > 1) {
    found.fact(
      "owners",
      everything.line,
      `${enumerate(everything.words.slice(1))} review every change`,
      "owners",
      "workflowOwners",
    );
  }
  const others = rules.filter((rule) => rule !== everything && rule.words.length > 1);
  if (others.length > 0) {
    const people = new Set(others.flatMap(({ words }) => words.slice(1)));
    const more =
      people.size > 6 ? `${enumerate([...people].slice(0, 5))} and ${people.size - 5} more` : enumerate([...people]);
    found.fact(
      "owners",
      others[0]?.line ?? 1,
      `${count(others.length, "part")} of the code with reviewers of their own: ${more}`,
      "owners",
    );
  }
  const workflows = rules.findLast(({ words }) =>
    /(?:^|\/)\.github(?:\/|$)|\.gitlab-ci|Jenkinsfile/.test(words[0] ?? ""),
  );
  if (workflows && workflows.words.length > 1) {
    found.fact(
      "owners",
      workflows.line,
      `${enumerate(workflows.words.slice(1))} review changes of the pipeline`,
      "workflowOwners",
    );
  }
  return found;
};
