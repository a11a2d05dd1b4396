/** What people call the roles of those whom a service is for, and not of those who run it. */

/** `customer`, `student`, `paciente`: whoever signs up has it. */
export function isOrdinaryRole(role: string): boolean {
  return CUSTOMER.test(role);
}

/** `member`, `viewer`: whoever belongs to a team has it, or less than it. */
export function isAnyMember(role: string): boolean {
  return /^(?:member|viewer|reader|guest|observer|read_?only)s?$/i.test(role);
}

const CUSTOMER =
  /^(?:role_?)?(?:user|customer|client|guest|student|patient|visitor|buyer|shopper|consumer|passenger|rider|learner|candidate|applicant|public|basic|subscriber|reader|cliente|usu[aá]rio|paciente|alumno|aluno|estudiante|estudante|solicitante|comprador|invitado|hu[eé]sped|pasajero|passageiro|utilisateur|kunde|pelanggan|siswa|mahasiswa)s?$/i;
