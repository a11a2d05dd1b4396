export const live = async () => ({ statusCode: 200 }); // entry: socket $connect // entry: GET /live
export const confirm = async () => {}; // entry: queue confirm-bookings
