import { readFile } from "node:fs/promises";

export enum Berth {
  UNKNOWN,
  RIVER,
  SEA,
}

class Settings {
  private data = { berth: Berth.UNKNOWN, isOpen: false, name: "harbour" };
  private readonly fixed = { isRetired: true };

  get harbour() {
    return this.data;
  }

  get plan() {
    return this.fixed;
  }

  async load(): Promise<void> {
    this.data = Object.assign(this.data, JSON.parse(await readFile("settings.json", "utf8")));
  }
}

export const settings = new Settings();
