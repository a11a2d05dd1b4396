/** How a platform tells what is in reach of a file beyond what the file imports, as the settings of an application say. */
import type { Term, TermField } from "../model/term.ts";

/** Each is asked of every framework until one knows. */
export interface Reach {
  /** A name that the file neither declares nor imports: `useRuntimeConfig`. */
  readonly name?: (view: ReachView, name: string) => Term | undefined;
  /** A name of a module that only the platform has: `db` of `"hub:db"`. */
  readonly imported?: (view: ReachView, module: string, name: string) => Term | undefined;
  /** What a member of a value of a package is, where a file of the application says so: functions of a model. */
  readonly member?: (view: ReachView, of: Term & { readonly kind: "external" }, name: string) => Term | undefined;
  /** What a call on a value of a package gives in this file: the settings that `useRuntimeConfig()` gives. */
  readonly given?: (view: ReachView, path: readonly string[], args: readonly Term[]) => Term | undefined;
}

/** A file, and what there is around it. */
export interface ReachView {
  readonly file: string;
  /** Every file of the workspace. */
  paths(): Iterable<string>;
  exists(path: string): boolean;
  isCode(path: string): boolean;
  /** Text of a file of the workspace, which the answer then depends on. */
  read(path: string): string | undefined;
  exported(file: string, name: string): Term;
  exportNames(file: string): Iterable<string>;
  member(value: Term, name: string): Term;
  /** A value of a package; called without arguments where the last segment of the path ends with `()`. */
  external(packageName: string, path: readonly string[]): Term;
  environment(name: string): Term;
  literal(value: string | boolean): Term;
  module(file: string): Term;
  object(fields: readonly TermField[]): Term;
  /** `make`, remembered until a file that it read changes. `otherwise`: where it is asked for while it is made. */
  remember<Value>(key: string, make: () => Value, otherwise: Value): Value;
  /** `make`, remembered for as long as the workspace has the same files. */
  rememberForFiles<Value extends object>(key: object, make: () => Value): Value;
}
