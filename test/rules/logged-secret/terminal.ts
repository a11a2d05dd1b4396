// file: scripts/create-token.ts
export async function create(tokens: { make(): Promise<string> }) {
  const accessToken = await tokens.make();
  console.log(`Your token: ${accessToken}`); // silent: a person runs it, and asked for it
}
export function rename(logger: { info(text: string): void }, password: string) {
  logger.info(`renamed, password ${password}`); // expect: logged-secret
}
// file: src/create-token.ts
export async function create(tokens: { make(): Promise<string> }) {
  const accessToken = await tokens.make();
  console.log(`Your token: ${accessToken}`); // expect: logged-secret
}
