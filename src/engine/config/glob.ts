/** Globs of the configuration: `*` within a segment, `**` across segments, `?` one character, `{a,b}` either. */

const compiled = new Map<string, RegExp>();

/** Whether a path (of a file or a URL) matches. A glob that ends with `/` or names a folder covers what is inside. */
export function matchesGlob(glob: string, path: string): boolean {
  let expression = compiled.get(glob);
  if (!expression) {
    expression = new RegExp(`^${translate(glob.replace(/\/$/, ""))}(?:/.*)?$`);
    compiled.set(glob, expression);
  }
  return expression.test(path);
}

function translate(glob: string): string {
  let result = "";
  for (let index = 0; index < glob.length; index++) {
    const character = glob[index] ?? "";
    if (glob.startsWith("**/", index)) {
      result += "(?:[^/]*/)*";
      index += 2;
    } else if (glob.startsWith("**", index)) {
      result += ".*";
      index += 1;
    } else if (character === "*") result += "[^/]*";
    else if (character === "?") result += "[^/]";
    else if (character === "{") {
      const close = glob.indexOf("}", index);
      if (close < 0) result += "\\{";
      else {
        result += `(?:${glob
          .slice(index + 1, close)
          .split(",")
          .map(translate)
          .join("|")})`;
        index = close;
      }
    } else result += character.replace(/[.+^${}()|[\]\\]/, "\\$&");
  }
  return result;
}
