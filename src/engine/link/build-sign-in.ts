/** Makes a sign-in from the function that says who it is: lays its path, as an entry point's. */
import type { SignIn } from "../model/sign-in.ts";
import { handlerPlace } from "./adapters/handler-code.ts";
import type { Linker } from "./evaluate/linker.ts";
import type { SignInItem } from "./routes/registrations.ts";
import { layTrail } from "./trail/trail.ts";

export function buildSignIn(linker: Linker, { name, handler, shape, framework, place }: SignInItem): SignIn {
  const build = (): SignIn => {
    linker.memo.touch(place.file);
    const trail = layTrail(linker, [handler], shape, framework.id);
    return { name, place: handlerPlace(linker, handler.term) ?? handler.place, trail };
  };
  const key = `sign-in ${framework.id} ${name} ${handler.term.id} ${place.file}:${place.at.join("-")}`;
  return linker.memo.get(key, build, build);
}
