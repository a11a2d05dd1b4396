// file: src/app.ts
import { feathers } from '@feathersjs/feathers'
import express, { rest } from '@feathersjs/express'
import { services } from './services/index'
const app = express(feathers())
app.configure(rest())
class MessageService { async find() { return [] } async create(data) { return data } } // entry: GET /messages // entry: POST /messages
app.use('/messages', new MessageService())
app.use('todos', { async get(id) { return { id } }, async remove(id) {} }) // entry: GET /todos/:id // entry: DELETE /todos/:id
app.configure(services)
// file: src/services/index.ts
import { user } from './users'
export const services = (app) => { app.configure(user) }
// file: src/services/users.ts
import { KnexService } from '@feathersjs/knex'
export class UserService extends KnexService {}
export const user = (app) => {
  app.use('users', new UserService({}), { methods: ['find', 'get', 'create', 'patch', 'remove'], events: [] }) // entry: GET /users // entry: GET /users/:id // entry: POST /users // entry: PATCH /users/:id // entry: DELETE /users/:id
  app.service('users').hooks({ before: { all: [] } })
}
