// file: package.json
{ "dependencies": { "express": "5" } }
// file: src/api/orders/route.ts
export const GET = async (req, res) => res.json({});
// file: src/jobs/sweep.ts
export default async function sweep() {}
export const config = { schedule: "0 3 * * *" };
