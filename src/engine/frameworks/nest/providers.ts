/** What the container gives for a token or a class. https://docs.nestjs.com/fundamentals/custom-providers */
import type { Term } from "../../model/term.ts";
import type { Program } from "../define-framework.ts";
import { moduleClosure } from "./modules.ts";

/** Answers for `@Inject(TOKEN)` and for classes that another class is provided for. */
export function provideFrom(program: Program): (wanted: Term) => Term | undefined {
  const { terms } = program;
  const modules = program.classes.filter((view) => view.decorators.some((decorator) => decorator.name === "Module"));
  const { provisions } = moduleClosure(
    program,
    modules.map((view) => view.term),
  );
  const byToken = new Map<Term, Term[]>();
  for (const provision of provisions) {
    const token = terms.member(provision, "provide");
    if (!token) continue;
    const known = byToken.get(token);
    if (known) known.push(provision);
    else byToken.set(token, [provision]);
  }
  const open = new Set<Term>();
  const find = (token: Term): Term | undefined => {
    if (open.has(token)) return undefined;
    const found = byToken.get(token);
    if (!found) return undefined;
    open.add(token);
    try {
      for (const provision of found) {
        const value = provisionValue(provision);
        if (value) return value;
      }
      return undefined;
    } finally {
      open.delete(token);
    }
  };
  const provisionValue = (provision: Term): Term | undefined => {
    const used = terms.member(provision, "useClass");
    if (used) return used.kind === "class" ? terms.instance(used) : undefined;
    const value = terms.member(provision, "useValue");
    if (value) return value;
    const existing = terms.member(provision, "useExisting");
    if (existing) return existing.kind === "class" ? terms.instance(existing) : find(existing);
    const factory = terms.member(provision, "useFactory");
    if (!factory) return undefined;
    const injected = terms.items(terms.member(provision, "inject")).map((token) => ({
      term: find(token) ?? (token.kind === "class" ? terms.instance(token) : token),
    }));
    const made = terms.result(factory, injected);
    return made && made.kind !== "unknown" && made.kind !== "undefined" ? made : undefined;
  };
  return (wanted) => {
    if (wanted.kind === "class") return find(wanted);
    if (wanted.kind !== "external" || wanted.path.at(-1) !== "Inject()") return undefined;
    const [token] = wanted.arguments ?? [];
    if (!token) return undefined;
    // https://docs.nestjs.com/fundamentals/injection-scopes#request-provider
    if (
      token.kind === "external" &&
      /^(?:REQUEST|CONTEXT)$/.test(token.path.at(-1) ?? "") &&
      token.package.startsWith("@nestjs/")
    )
      return terms.input("request", {});
    const named = token.kind === "external" && token.path.at(-1) === "forwardRef()" ? token.arguments?.[0] : undefined;
    const meant = (named && terms.result(named, [])) ?? token;
    return find(meant) ?? namespaceOf(meant) ?? (meant.kind === "class" ? terms.instance(meant) : undefined);
  };

  /** `settings.KEY` of `registerAs("auth", () => ({ … }))`. https://docs.nestjs.com/techniques/configuration#configuration-namespaces */
  function namespaceOf(token: Term): Term | undefined {
    if (token.kind !== "external" || token.path.at(-1) !== "KEY" || token.base?.kind !== "external") return undefined;
    const [, factory] = token.base.path.at(-1) === "registerAs()" ? (token.base.arguments ?? []) : [];
    return factory && terms.result(factory, []);
  }
}
