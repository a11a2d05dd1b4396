/** Names of container images, and numbers in sentences. */

/** True where the name may mean another image tomorrow. */
export function isMovingImage(image: string): boolean {
  if (image.includes("@sha256:") || image.includes("$") || image.includes("{{")) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === "latest" || tag === "main" || tag === "master";
}

/** `1 replica`, `3 replicas`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
