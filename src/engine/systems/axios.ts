// https://axios-http.com/docs/api_intro · https://axios-http.com/docs/instance
import { defineSystem } from "./define-system.ts";
import { type HttpClientShape, httpMethod, httpRequest } from "./reading/http-client.ts";
import { field } from "./reading/terms.ts";

const shape: HttpClientShape = {
  data: 1,
  options: { withData: 2, without: 1 },
  dataFields: ["data"],
  base: (call, options) => field(options, "baseURL") ?? call.at("$create().0.baseURL"),
};

export default defineSystem({
  title: "axios",
  category: "externalApi",
  packages: ["axios", "@nestjs/axios"],
  clients: ["default", "new Axios()", "new AxiosInstance()", "new HttpService()", "create()", ""],
  same: ["create", "axiosRef"],
  calls: {
    "get|head|options|delete|post|put|patch|postForm|putForm|patchForm": httpMethod(shape),
    "request|create()|default": httpRequest(shape),
    "axiosRef.*": httpMethod(shape),
  },
});
