// file: apps/shop/app/api/[...path]/route.ts
export { GET, POST } from "../../../../../packages/rest/index"; // entry: GET /api/:path* // entry: POST /api/:path*
// file: apps/office/app/api/[...path]/route.ts
export { GET, POST } from "../../../../../packages/rest/index"; // entry: GET /api/:path* // entry: POST /api/:path*
// file: packages/rest/index.ts
export const GET = async () => Response.json({});
export const POST = async () => Response.json({});
