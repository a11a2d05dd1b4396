/** What people call the columns that say whose a row is, where no reference to the accounts tells. */

/** Somebody's, or their team's: `user_id`, `ownerId`, `workspace`. */
export function isOwnerColumn(name: string): boolean {
  return OWNER.test(name);
}

/** A team's, a company's: all that the caller sees is behind it. */
export function isTenantColumn(name: string): boolean {
  return TENANT.test(name);
}

/** A person that a row is for, and not a team: `customer_id`, `patient`, `recipientId`. */
export function isPersonColumn(name: string): boolean {
  return PERSON.test(name);
}

/** Who looks after a row is not whose it is: `teacher_id`, `admin_id`. Asked of what stands ahead of `_id`. */
export function isKeeper(name: string): boolean {
  return KEEPER.test(name);
}

/** Those whom a service is for, who show nothing of their own to others, as users and members may. */
export function isCustomerColumn(name: string): boolean {
  return CUSTOMER.test(name);
}

/** Who made a row, and who looks after it. */
export function isMakerOrKeeper(name: string): boolean {
  return MAKER_OR_KEEPER.test(name);
}

const TENANTS = "tenant|org|organi[sz]ation|team|workspace|company";
const AS_ID = "(?:_?(?:id|uuid|ref))?$";
const OWNER = new RegExp(
  `^(?:user|owner|author|account|customer|member|${TENANTS}|merchant|created_?by|creator)${AS_ID}`,
  "i",
);
const TENANT = new RegExp(`^(?:${TENANTS})${AS_ID}`, "i");
const PERSON = new RegExp(
  `^(?:user|customer|client|member|account|owner|buyer|patient|student|guest|passenger|rider|sender|recipient|bidder|candidate|applicant|interviewee|subscriber|requester|borrower|renter|travell?er|attendee|participant|donor|learner|payer|payee|freelancer)${AS_ID}`,
  "i",
);
const KEEPER =
  /^(?:super_?)?(?:admin|administrator|teacher|instructor|tutor|trainer|coach|doctor|staff|manager|moderator|editor|author|creator|operator)/i;
const CUSTOMER =
  /^(?:customer|client|patient|guest|passenger|buyer|student|pupil|shopper|employee|applicant|cliente|paciente|alumno|aluno)s?_?(?:id|uuid)?$/i;
const MAKER_OR_KEEPER = /creat|updat|edit|modif|moderat|owner|author|admin/i;
