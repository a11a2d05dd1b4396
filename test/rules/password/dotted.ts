// file: .env.production
MAIL_PASSWORD=Monday.morning9 # expect: committed-env-file
// file: deploy.sh
sshpass -p 'Monday.morning9' ssh deploy@shop.io # expect: password
// file: src/admin.ts
const adminPassword = "Monday.morning9"; // expect: password
export const seeded = seed(adminPassword);
export const label = { password: "Password.step2" }; // silent: the key of a text
// file: .github/workflows/deploy.yml
jobs:
  deploy:
    env:
      REGISTRY_PASSWORD: Kx9#mPq2vL # expect: password
      REGISTRY_USER: shop # silent: a name
// file: src/basic.ts
export const header = `Basic ${Buffer.from("admin:qwerty123").toString("base64")}`; // expect: provider-token
export const other = `Basic ${Buffer.from("user:password").toString("base64")}`; // silent: a placeholder
