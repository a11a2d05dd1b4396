export function start(logger: { info(...values: unknown[]): void }, password: string) {
  console.log("starting with", process.env.JWT_SECRET); // expect: logged-secret
  //                           ^^^^^^^^^^^^^^^^^^^^^^ console.log writes process.env.JWT_SECRET
  logger.info({ password }); // expect: logged-secret
  console.debug(process.env); // expect: logged-secret

  console.log("secret is set:", Boolean(process.env.JWT_SECRET)); // silent: only whether it is set
  console.log(`password has ${password.length} characters`); // silent: its length
  console.log("password"); // silent: a word
  logger.info({ password: password ? "set" : "missing" }); // silent: only whether it is set
}
