import { Movidesk } from "movidesk";
import { Parcel } from "./parcel";

const tariff = require("tariff");

export const client = new Movidesk("18d4d0fe-6b8c-42da-a8cd-713ccbed0346"); // expect: provider-token
tariff.init("c7252aa462376548331f6f8b1a6ab60f081c2cf885dcf04d170b69db3573738d"); // expect: provider-token
export const PARCEL_KEY = "3bfc6503541b32eee55543787bdf9e413c433397"; // expect: provider-token
export const parcel = new Parcel("18d4d0fe-6b8c-42da-a8cd-713ccbed0346"); // silent: an id of one's own
