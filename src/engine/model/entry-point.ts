/** Entry points: where the outside calls in. */
import type { Effect } from "./effect.ts";
import type { Guard } from "./guard.ts";
import type { Path } from "./path.ts";
import type { Place, Term } from "./term.ts";

export type EntryPointKind =
  | "http"
  /** What a server renders for whoever opens an address. */
  | "page"
  | "webhook"
  | "action"
  | "rpc"
  | "graphql"
  | "queue"
  | "schedule"
  | "event"
  | "socket"
  | "function"
  | "command";

/** What a kind alone tells. */
export interface KindTraits {
  /** It stands at an address, below the prefixes of what it is mounted on; middleware may ask for which. */
  readonly atAddress?: true;
  /** The method is a part of its name: `POST /orders`. */
  readonly namedByMethod?: true;
  /** People call it one request at a time, or programs in their name. */
  readonly forUsers?: true;
  /** Who calls, where nothing else tells. */
  readonly by: Delivery["by"];
}

export const KINDS: Readonly<Record<EntryPointKind, KindTraits>> = {
  http: { by: "user", forUsers: true, atAddress: true, namedByMethod: true },
  page: { by: "user", forUsers: true, atAddress: true },
  webhook: { by: "provider", atAddress: true, namedByMethod: true },
  action: { by: "user", forUsers: true },
  rpc: { by: "user", forUsers: true, namedByMethod: true },
  graphql: { by: "user", forUsers: true, namedByMethod: true },
  queue: { by: "queue" },
  schedule: { by: "schedule" },
  event: { by: "internal" },
  socket: { by: "user" },
  function: { by: "platform" },
  command: { by: "internal" },
};

export interface EntryPoint {
  /** Stable across edits elsewhere: kind, method, path, file. */
  readonly id: string;
  readonly kind: EntryPointKind;
  /** `GET` … `ALL`; `QUERY`, `MUTATION`, `SUBSCRIPTION`; `ACTION`; empty for queues, schedules and events. */
  readonly method: string;
  /** Full path with every mounted prefix; queue, topic or cron expression; export name. */
  readonly path: string;
  /** `POST /orders`, `queue receipts`: how messages name it. */
  readonly label: string;
  /** Adapter that found it: `"express"`. */
  readonly framework: string;
  /** Where it is registered. */
  readonly place: Place;
  /** The application or package it belongs to: folder of the nearest package.json. */
  readonly app: string;
  readonly handler: { readonly name: string; readonly place: Place };
  /** Middleware and wrappers ahead of the handler, outermost first, as written. */
  readonly chain: readonly { readonly name: string; readonly place: Place }[];
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
  /** Guards that are registered after it, and so never run for it. */
  readonly behind: readonly Guard[];
  readonly trail: Path;
  /** Environment variables read on the way. */
  readonly config: readonly string[];
  /** Who may call it again, and how often. */
  readonly delivery: Delivery;
  /** Why it is meant to be open to everybody; absent where it is not. */
  readonly public:
    | { readonly why: string /** A login is asked for all the same. */; readonly signedIn?: true }
    | undefined;
  /** The chain holds something unreadable: what it guards is unknown. */
  readonly unreadable: boolean;
  /** What decorators of the handler say for guards to read. */
  readonly declared?: readonly Declared[] | undefined;
  /** What its framework did with what was sent before the handler sees it. */
  readonly intake?: Intake | undefined;
  /** What it answers goes through something that may leave fields out: a serializer, an interceptor, a replaced `res.json`. */
  readonly reshaped: boolean;
  /** It is a page, or what a form of the page in the same file is sent to. */
  readonly onPage?: true | undefined;
  /** It hands every request on to another service. */
  readonly forwards: boolean;
  /** Options given at registration, for adapters and rules that know them. */
  readonly options: Term | undefined;
}

/** What a framework does with what a client sent. */
export interface Intake {
  /** The platform hands it what anybody sends: no gateway or proxy of the team stands in front of it. */
  readonly open?: true;
  /** It signs the cookies that it sets, and reads no others. */
  readonly signsCookies?: true;
  /** A schema or contract gives every value its type: where a text is meant, no object arrives. */
  readonly typed?: true;
  /** The first major version of its package whose query holds only texts and lists: before, `?email[$ne]=` is an object. */
  readonly flatQuerySince?: { readonly package: string; readonly version: number };
}

/** A mark on a handler: `@Permissions("orders:write")`. */
export interface Declared {
  /** The key that it is left under. */
  readonly name: string;
  readonly values: readonly string[];
  /** What is left there, where that is known. */
  readonly value?: Term;
  /** No guard of the service asks for the key. */
  isUnread(): boolean;
}

/** How calls repeat. */
export interface Delivery {
  readonly by: "user" | "provider" | "queue" | "schedule" | "platform" | "internal";
  /** Most attempts, where configuration tells; 1 means never again. */
  readonly attempts: number | undefined;
  /** Stable identities a duplicate can be known by, as readable code: `event.id`, `job.id`. */
  readonly identities: readonly string[];
}
