export async function login(user: string, password: string, account: { password: string }) {
  await fetch(`https://api.shop.io/login?user=${user}&password=${password}`); // expect: secret-in-url
  //                                                             ^^^^^^^^ password goes into the address
  await fetch("https://api.shop.io/login?password=" + account.password); // expect: secret-in-url

  await fetch("https://api.shop.io/login", { method: "POST", body: JSON.stringify({ user, password }) }); // silent: in the body
  const form = `grant_type=password&username=${user}&password=${password}`; // silent: a form
  await fetch(`https://api.shop.io/login?password=${account.password.length}`); // silent: its length
  return form;
}
