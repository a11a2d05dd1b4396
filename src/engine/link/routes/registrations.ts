/** What frameworks have registered: routes, middleware and mounts per receiver, in order. */
import type { Framework, Handler, HandlerShape, UnreadMark } from "../../frameworks/define-framework.ts";
import type { Delivery, EntryPointKind } from "../../model/entry-point.ts";
import type { Place, Term } from "../../model/term.ts";
import type { Frame, Step } from "../evaluate/steps.ts";

export interface Receiver {
  readonly term: Term;
  readonly framework: Framework;
  readonly items: Item[];
  prefix: string;
  /** Routes that the prefix leaves out. */
  except: ((method: string, path: string) => boolean) | undefined;
  /** Values that its adapter keeps with it. */
  readonly kept: Map<string, Term>;
}

export type Item =
  | ({ readonly kind: "entry" } & EntryItem)
  | {
      readonly kind: "middleware";
      readonly path: string | undefined;
      readonly handlers: readonly Handler[];
      readonly everywhere: boolean;
      readonly applies: ((method: string, path: string) => boolean) | undefined;
      readonly own: boolean;
    }
  | {
      readonly kind: "mount";
      readonly path: string | undefined;
      readonly router: Term;
      /** The receiver whose chained call gave `router`, where that is none itself. */
      readonly behind?: Term;
      readonly handlers: readonly Handler[];
      readonly place: Place;
    };

export interface EntryItem {
  readonly entryKind: EntryPointKind;
  readonly method: string;
  readonly path: string;
  readonly handlers: readonly Handler[];
  readonly delivery: Partial<Delivery>;
  readonly options: Term | undefined;
  readonly shape: HandlerShape | undefined;
  readonly detached: boolean;
  readonly place: Place;
  readonly framework: Framework;
  readonly metadata: (Term & { readonly kind: "object" }) | undefined;
  readonly unread: readonly UnreadMark[];
  readonly unrooted: boolean;
  readonly forwards: boolean;
  /** A decorator tells the package's guard to let everybody through. */
  readonly open: boolean;
  readonly dotted: boolean;
  readonly listens: boolean;
  readonly search: string;
  readonly routeId: string | undefined;
  readonly settings: Term | undefined;
  readonly schema: Term | undefined;
}

export interface SignInItem {
  readonly name: string;
  readonly handler: Handler;
  readonly shape: HandlerShape;
  readonly framework: Framework;
  readonly place: Place;
}

export interface Registrations {
  /** In the order in which they were first used. */
  readonly receivers: Map<Term, Receiver>;
  /** Entry points that belong to no receiver: files, classes. */
  readonly loose: EntryItem[];
  /** Functions that say who signs in. */
  readonly signIns: SignInItem[];
  /** What is wrapped around schemas as a whole. */
  readonly ahead: {
    readonly app: string;
    readonly schema: Term | undefined;
    readonly links: (kind: EntryPointKind, method: string, path: string) => readonly Handler[];
  }[];
  /** Groups whose function runs right now: what it registers belongs to them. */
  readonly inside: { readonly framework: string; readonly group: Term }[];
  /** Functions that adapters run right now: a plug-in that registers itself comes to an end. */
  readonly open: Term[];
  /** Functions that run right now, the innermost last, and how many of their loops are open. */
  readonly frames: { readonly frame: Frame; loops: number }[];
  /** Functions that ran while modules were loaded. */
  readonly ran: Set<string>;
  /** Functions that others call which nobody was seen to call: those run first. */
  readonly inner: Set<string>;
  readonly seen: Set<Step>;
  /** What routers of the workspace's own are given. */
  readonly offered: (Step & { readonly kind: "offered" })[];
  /** Registering calls by place: a loop makes several at one. */
  readonly calls: Map<string, Set<Term>>;
}

export function createRegistrations(): Registrations {
  return {
    receivers: new Map(),
    loose: [],
    signIns: [],
    ahead: [],
    inside: [],
    open: [],
    frames: [],
    ran: new Set(),
    inner: new Set(),
    seen: new Set(),
    offered: [],
    calls: new Map(),
  };
}

/** Everything that stands on a receiver, which is noted at its first use. */
export function receiverRecord(registrations: Registrations, framework: Framework, term: Term): Receiver {
  const known = registrations.receivers.get(term);
  if (known) return known;
  const made: Receiver = { term, framework, items: [], prefix: "", except: undefined, kept: new Map() };
  registrations.receivers.set(term, made);
  return made;
}
