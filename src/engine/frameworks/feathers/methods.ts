/** Methods of a service, and the route that each answers. https://feathersjs.com/api/client/rest */
export const METHODS: Readonly<Record<string, { readonly verb: string; readonly byId: boolean }>> = {
  find: { verb: "GET", byId: false },
  get: { verb: "GET", byId: true },
  create: { verb: "POST", byId: false },
  update: { verb: "PUT", byId: true },
  patch: { verb: "PATCH", byId: true },
  remove: { verb: "DELETE", byId: true },
};
