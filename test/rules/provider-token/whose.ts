// Whose key it is: the package, the class, the address or the words just before it tell.
import { Store } from "@harborline/kv-client";
import { Search } from "pinewood-js";

export const store = new Store({ url: "https://eu1.kv.shop.io", token: "«40»" }); // expect: provider-token
//                                                                      ^^^^ A secret (Harborline)
export const search = new Search({ apiKey: "«40»" }); // expect: provider-token
//                                          ^^^^ A secret (Pinewood)

export class LarkspurService {
  private readonly apiKey = "«40»"; // expect: provider-token
  //                         ^^^^ A secret (Larkspur)
}

// const store = new Store({ token: "«40»" }); // expect: provider-token
/** `new Search("«40»")` */ // silent: how it is called
// such as new Search("«40»") // silent: an example

export const items = () =>
  axios.get("https://erp.shop.io/items", {
    auth: { username: "svc", password: "BPnwDHay" }, // expect: password
  });
export const isCron = (req) => req.query.key !== "Wr2S7t9i"; // expect: provider-token
export const isColumn = (row) => row.query.key === "createdAt2"; // silent: the name of a column

export function createTidewaterClient(token = "«36»") { // expect: provider-token
  //                                           ^^^^ A secret (Tidewater)
  return { token };
}
export const onHook = (app) =>
  app.post("/webhooks/gullwing", (req, res) => {
    if (req.query.token !== "«44»") return res.sendStatus(401); // expect: provider-token
    //                       ^^^^ A secret (Gullwing)
    res.sendStatus(204);
  });
