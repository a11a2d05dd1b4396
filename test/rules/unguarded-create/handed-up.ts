// file: src/store.ts
import type { Repository } from "typeorm";

export abstract class Store<T> {
  constructor(protected readonly rows: Repository<T>) {}
  add(row: Partial<T>) {
    return this.rows.save(this.rows.create(row)); // effect: write database bookings, insert, unsafe, from POST /bookings
  }
}
// file: src/booking.ts
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("bookings")
export class Booking {
  @PrimaryGeneratedColumn() id: number;
  @Column() room: string;
}
// file: src/booking-store.ts
import { Injectable } from "@nestjs/common";
import { InjectRepository } from "@nestjs/typeorm";
import type { Repository } from "typeorm";
import { Booking } from "./booking.ts";
import { Store } from "./store.ts";

@Injectable()
export class BookingStore extends Store<Booking> {
  constructor(@InjectRepository(Booking) bookings: Repository<Booking>) {
    super(bookings);
  }
}
// file: src/bookings.controller.ts
import { Body, Controller, Post } from "@nestjs/common";
import { BookingStore } from "./booking-store.ts";

@Controller("bookings")
export class BookingsController {
  constructor(private readonly bookings: BookingStore) {}
  @Post()
  add(@Body() body: { room: string }) { // expect: unguarded-create
    return this.bookings.add({ room: body.room });
  }
}
