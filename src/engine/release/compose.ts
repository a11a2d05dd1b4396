/** Compose files. https://docs.docker.com/reference/compose-file/services/ */
import { usesOf } from "./commands.ts";
import { count, isMovingImage } from "./images.ts";
import { enumerate, ReadingBuilder, type ReleaseReader } from "./reading.ts";
import { readYaml, textsOf } from "./yaml.ts";

export const readCompose: ReleaseReader = (file, { scripts }) => {
  const found = new ReadingBuilder("Compose", file.path);
  const [compose] = readYaml(file.text);
  const services = compose?.keys("services") ?? [];
  if (!compose || services.length === 0) return found;
  // A file for development has other manners than one for servers.
  const name = file.path.split("/").at(-1) ?? "";
  if (/dev|test|local|override|example|build|e2e/i.test(name)) return found;
  const isForServers = /prod|deploy|stack|server/i.test(name);
  found.fact(
    "runtime",
    compose.line("services"),
    `Compose runs ${count(services.length, "service")}: ${enumerate(services)}`,
  );
  for (const service of services) {
    const image = compose.text("services", service, "image");
    const built = compose.get("services", service, "build") !== undefined;
    if (isForServers && image && !built && isMovingImage(image)) {
      found.gap(
        "rollback",
        compose.line("services", service, "image"),
        `${service} runs ${image}: without a version nobody can tell what runs, nor go back`,
      );
    }
    if (compose.get("services", service, "healthcheck") !== undefined && built) {
      found.fact(
        "health",
        compose.line("services", service, "healthcheck"),
        `Compose asks ${service} for its health`,
        "health",
      );
    }
    const command = textsOf(compose.get("services", service, "command")).join(" ");
    for (const use of usesOf(command, scripts)) {
      if (use.sign === "migration") {
        found.fact(
          "migration",
          compose.line("services", service, "command"),
          `Service ${service} runs ${use.name}`,
          "migration",
        );
      }
    }
  }
  return found;
};
