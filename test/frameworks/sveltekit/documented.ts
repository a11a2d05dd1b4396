// file: src/routes/+page.server.ts
import { fail } from '@sveltejs/kit';
export const load = async ({ params }) => ({}); // entry: GET /
export const actions = { default: async ({ request }) => { return { success: true } } }; // entry: POST /
// file: src/routes/login/+page.server.js
/** @satisfies {import('./$types').Actions} */
export const actions = { login: async (event) => {}, register: async (event) => {} }; // entry: POST /login?/login // entry: POST /login?/register
// file: src/routes/api/add/+server.js
import { json } from '@sveltejs/kit';
export async function POST({ request }) { const { a, b } = await request.json(); return json(a + b); } // entry: POST /api/add
export const GET = () => json(1); // entry: GET /api/add
export async function fallback({ request }) { return new Response() } // entry: ALL /api/add
// file: src/routes/api/[id=integer]/+server.ts
export const DELETE: RequestHandler = async ({ params }) => new Response(); // entry: DELETE /api/:id
// file: src/routes/(app)/blog/[[lang]]/[...rest]/+server.ts
export function PUT() { return new Response() } // entry: PUT /blog/:lang/:rest*
// file: src/routes/blog/[slug]/+layout.server.ts
export function load() { return {} }
// file: src/routes/x/data.remote.ts
import { query, form, command } from '$app/server';
export const getPosts = query(async () => []); // entry: QUERY getPosts
export const createPost = form(async (data) => {}); // entry: MUTATION createPost
export const addLike = command('unchecked', async (id) => {}); // entry: MUTATION addLike
