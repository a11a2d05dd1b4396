import { Controller, Get, type Type } from "@nestjs/common";
import { Query, Resolver } from "@nestjs/graphql";
import { camelCase } from "change-case";
import kebabCase from "lodash/kebabCase";
import pluralize from "pluralize";

class BoatTrip {}
class City {}

function BaseResolver<T extends Type<unknown>>(classRef: T): Type<unknown> {
  @Resolver({ isAbstract: true })
  abstract class Base {
    @Query(() => [classRef], { name: `findAll${classRef.name}` })
    all() {} // entry: QUERY findAllBoatTrip
    @Query(() => classRef, { name: camelCase(classRef.name) })
    one() {} // entry: QUERY boatTrip
  }
  return Base;
}

@Resolver(() => BoatTrip)
export class BoatTripResolver extends BaseResolver(BoatTrip) {}

function Listing(entity: Type<unknown>): Type<unknown> {
  class Host {
    @Get(pluralize(kebabCase(entity.name)))
    list() {} // entry: GET /lists/boat-trips // entry: GET /places/cities
  }
  return Host;
}

@Controller("lists")
export class BoatTripLists extends Listing(BoatTrip) {}
@Controller("places")
export class Places extends Listing(City) {}
