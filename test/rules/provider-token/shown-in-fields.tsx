// What a field shows while it is empty is no key.
export const Field = () => (
  <form>
    <input
      name="token"
      placeholder="«sk_|live_|24»" // silent: a placeholder
    />
    <input
      name="bearer"
      placeholder="Your token (e.g. «sk_|live_|24»)" // silent: a placeholder
    />
    <input
      name="key"
      defaultValue="«sk_|live_|24»" // expect: provider-token
    />
  </form>
);
export const fields = [{ name: "token", placeholder: "«sk_|live_|24»" }]; // silent: a placeholder
