import jwt from "jsonwebtoken";

interface Options {
  jwtSecret?: string;
  cookieSecret?: string;
}

export class Configuration {
  readonly #isProduction = process.env.NODE_ENV === "production";

  protected refuse(problem: string): void {
    if (this.#isProduction) {
      throw new Error(problem);
    }
    console.warn(problem);
  }

  protected tell(problem: string): void {
    console.warn(problem);
  }

  complete(options: Options): Options {
    if (!options.jwtSecret) {
      this.refuse(`jwtSecret is missing.${this.#isProduction ? "" : " A default is used."}`);
      options.jwtSecret = "supersecret"; // silent: production never starts with it
    }
    if (!options.cookieSecret) {
      this.tell("cookieSecret is missing");
      options.cookieSecret = "supersecret"; // expect: signing-secret
    }
    return options;
  }
}

export const issue = (options: Options, user: string) => jwt.sign({ sub: user }, options.jwtSecret as string);
