// file: package.json
{ "name": "x", "dependencies": { "@tanstack/react-start": "1", "@tanstack/react-router": "1" } }
// file: src/routes/posts.$postId.tsx
import { createFileRoute } from '@tanstack/react-router'
import { fetchPost } from '../fns'
export const Route = createFileRoute('/_auth/posts/$postId')({ loader: async ({ params }) => fetchPost({ data: params.postId }), component: P }) // entry: GET /posts/:postId
function P() { return null }
// file: src/routes/about.tsx
import { createFileRoute } from '@tanstack/react-router'
export const Route = createFileRoute('/about')({ component: () => null })
// file: src/fns.ts
import { createServerFn } from '@tanstack/react-start'
export const fetchPost = createServerFn().handler(async ({ data }) => data) // entry: action fetchPost
