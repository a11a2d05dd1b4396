import { CACHE_MANAGER } from "@nestjs/cache-manager";
import { Controller, Inject, Param, Post } from "@nestjs/common";
import type { Cache } from "cache-manager";

@Controller("codes")
export class CodesController {
  constructor(@Inject(CACHE_MANAGER) private readonly cache: Cache) {}

  @Post(":phone")
  async make(@Param("phone") phone: string) {
    await this.cache.get(phone); // effect: read cache-manager, read
    await this.cache.set(phone, "1234", 60_000); // effect: write cache-manager, set
    await this.cache.del(phone); // effect: write cache-manager, delete
  }
}
