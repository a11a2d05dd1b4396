import { InjectQueue } from "@nestjs/bullmq";
import { Body, Controller, Post } from "@nestjs/common";
import { Queue } from "bullmq";

@Controller("orders")
export class OrdersController {
  constructor(@InjectQueue("receipts") private readonly receipts: Queue<{ id: string }>) {}

  @Post()
  create(@Body("id") id: string) {
    return this.receipts.add("send", { id }, { jobId: id }); // effect: publish bullmq receipts, publish
  }
}
