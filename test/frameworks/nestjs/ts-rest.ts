// file: a.controller.ts
import { Controller } from '@nestjs/common';
import { TsRestHandler, tsRestHandler, nestControllerContract, TsRest, TsRestRequest } from '@ts-rest/nest';
import { initContract } from '@ts-rest/core';
const c = initContract();
const contract = c.router({ getPost: { method: 'GET', path: `/posts/:id`, responses: {} }, del: { method: 'DELETE', path: '/posts/:id', responses: {} } });
@Controller()
export class A {
  @TsRestHandler(contract.getPost) async getPost() { return tsRestHandler(contract.getPost, async ({ params }) => ({ status: 200, body: {} })); } // entry: GET /posts/:id
}
@Controller()
export class B {
  @TsRest(contract.del) async del(@TsRestRequest() r: any) { return { status: 200 }; } // entry: DELETE /posts/:id
}
@Controller()
export class M {
  @TsRestHandler(contract) async handler() { return tsRestHandler(contract, { getPost: async () => ({ status: 200, body: 1 }), del: async () => ({ status: 200, body: 1 }) }); } // entry: GET /posts/:id // entry: DELETE /posts/:id
}
