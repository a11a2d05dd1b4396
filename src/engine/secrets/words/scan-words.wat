;; Finds words in a text, byte by byte: the fast half of `word-scanner.ts`, which fills the tables and reads the hits.
;;
;; Three bytes at a time, without case, are hashed to 16 bits. One bit for each hash says whether any word has such a triple
;; at its chosen place; only then words are compared.
(module
  (import "scan" "memory" (memory 1))
  ;; Where things are: see `layout` in `word-scanner.ts`.
  (global $bits i32 (i32.const 0))            ;; 64 K bits
  (global $buckets i32 (i32.const 0x2000))    ;; 64 K numbers of entries, two bytes each; 0 for none
  (global $tokens i32 (i32.const 0x22000))    ;; 256 bytes: may the character stand in a token?
  (global $entries i32 (i32.const 0x22100))   ;; 12 bytes each
  (global $hits (mut i32) (i32.const 0))      ;; where hits are written, and where they must end
  (global $hitsEnd (mut i32) (i32.const 0))
  (global $text (mut i32) (i32.const 0))
  ;; What a word must not ask for: 4 leaves out the words that only names have.
  (global $without (export "without") (mut i32) (i32.const 0))
  (global $found (export "found") (mut i32) (i32.const 0))

  (func (export "place") (param $hits i32) (param $hitsEnd i32) (param $text i32)
    (global.set $hits (local.get $hits))
    (global.set $hitsEnd (local.get $hitsEnd))
    (global.set $text (local.get $text)))

  ;; Makes one byte of each unit of UTF-16 that the UTF-8 text stands for, so that offsets are those of the string.
  (func (export "squash") (param $length i32) (result i32)
    (local $from i32) (local $to i32) (local $end i32) (local $byte i32)
    (local.set $from (global.get $text))
    (local.set $end (i32.add (global.get $text) (local.get $length)))
    (block $other
      (loop $ascii
        (br_if $other (i32.gt_u (i32.add (local.get $from) (i32.const 16)) (local.get $end)))
        (br_if $other (i8x16.bitmask (v128.load (local.get $from))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $ascii)))
    (local.set $to (local.get $from))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        ;; Sixteen at a time where none is outside of ASCII.
        (if (i32.le_u (i32.add (local.get $from) (i32.const 16)) (local.get $end))
          (then
            (if (i32.eqz (i8x16.bitmask (v128.load (local.get $from))))
              (then
                (v128.store (local.get $to) (v128.load (local.get $from)))
                (local.set $from (i32.add (local.get $from) (i32.const 16)))
                (local.set $to (i32.add (local.get $to) (i32.const 16)))
                (br $next)))))
        (local.set $byte (i32.load8_u (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        ;; What continues a character counts nothing.
        (br_if $next (i32.eq (i32.and (local.get $byte) (i32.const 0xc0)) (i32.const 0x80)))
        (i32.store8 (local.get $to) (select (i32.const 0x80) (local.get $byte) (i32.ge_u (local.get $byte) (i32.const 0x80))))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $byte) (i32.const 0xf0)))
        (i32.store8 (local.get $to) (i32.const 0x80))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $to) (global.get $text)))

  ;; Searches from one offset to another and gives the offset to go on from: the end, or less where the hits are full.
  (func (export "scan") (param $from i32) (param $length i32) (result i32)
    (local $at i32) (local $end i32) (local $hash i32) (local $room i32)
    (global.set $found (global.get $hits))
    (local.set $room (i32.sub (global.get $hitsEnd) (i32.const 1024)))
    (local.set $at (i32.add (global.get $text) (local.get $from)))
    (local.set $end (i32.sub (i32.add (global.get $text) (local.get $length)) (i32.const 2)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
        (local.set $hash
          (i32.shr_u
            (i32.mul
              (i32.shl (i32.or (i32.load (local.get $at)) (i32.const 0x202020)) (i32.const 8))
              (i32.const 0x9e3779b1))
            (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $next
          (i32.eqz
            (i32.and
              (i32.shr_u (i32.load8_u (i32.shr_u (local.get $hash) (i32.const 3))) (i32.and (local.get $hash) (i32.const 7)))
              (i32.const 1))))
        (call $compare
          (i32.load16_u offset=0x2000 (i32.shl (local.get $hash) (i32.const 1)))
          (i32.sub (local.get $at) (i32.const 1))
          (i32.add (local.get $end) (i32.const 2)))
        (br_if $next (i32.lt_u (global.get $found) (local.get $room)))
        ))
    (i32.sub
      (select (i32.add (local.get $end) (i32.const 2)) (local.get $at) (i32.ge_s (local.get $at) (local.get $end)))
      (global.get $text)))

  ;; Compares the words of a bucket with the text around `at`.
  ;; An entry: number of the word, its length, bytes before its triple, what to ask, least length of what follows, whether
  ;; it is the bucket's last, a byte that is nothing, where its letters are.
  (func $compare (param $number i32) (param $at i32) (param $end i32)
    (local $entry i32) (local $start i32) (local $word i32) (local $size i32) (local $index i32)
    (local $one i32) (local $other i32) (local $asks i32)
    (local.set $entry (i32.add (global.get $entries) (i32.mul (local.get $number) (i32.const 12))))
    (loop $each
      (block $no
        (local.set $start (i32.sub (local.get $at) (i32.load8_u offset=3 (local.get $entry))))
        (local.set $size (i32.load8_u offset=2 (local.get $entry)))
        (local.set $asks (i32.load8_u offset=4 (local.get $entry)))
        (br_if $no (i32.and (local.get $asks) (global.get $without)))
        (local.set $word (i32.load offset=8 (local.get $entry)))
        (br_if $no (i32.lt_u (local.get $start) (global.get $text)))
        (br_if $no (i32.gt_u (i32.add (local.get $start) (local.get $size)) (local.get $end)))
        (local.set $index (i32.const 0))
        (loop $letter
          (local.set $one (i32.load8_u (i32.add (local.get $start) (local.get $index))))
          (local.set $other (i32.load8_u (i32.add (local.get $word) (local.get $index))))
          (if (i32.ne (local.get $one) (local.get $other))
            (then
              (br_if $no (i32.and (local.get $asks) (i32.const 1)))
              (br_if $no (i32.gt_u (i32.sub (local.get $one) (i32.const 65)) (i32.const 25)))
              (br_if $no (i32.ne (i32.add (local.get $one) (i32.const 32)) (local.get $other)))))
          (local.set $index (i32.add (local.get $index) (i32.const 1)))
          (br_if $letter (i32.lt_u (local.get $index) (local.get $size))))
        ;; Nothing that belongs to a token stands before it, but for the letter of an escape: "\nsk_…".
        (if (i32.and (i32.and (local.get $asks) (i32.const 2)) (i32.shl (i32.gt_u (local.get $start) (global.get $text)) (i32.const 1)))
          (then
            (local.set $one (i32.load8_u (i32.sub (local.get $start) (i32.const 1))))
            (br_if $no (i32.eq (local.get $one) (i32.const 95)))
            (br_if $no (i32.eq (local.get $one) (i32.const 45)))
            (br_if $no (i32.eq (local.get $one) (i32.const 46)))
            (if (call $isAlphanumeric (local.get $one))
              (then
                (br_if $no (i32.ne (i32.load8_u (i32.sub (local.get $start) (i32.const 2))) (i32.const 92)))))))
        ;; What follows may be a token's body.
        (local.set $index (i32.add (local.get $start) (local.get $size)))
        (local.set $other (i32.add (local.get $index) (i32.load8_u offset=5 (local.get $entry))))
        (block $enough
          (loop $body
            (br_if $enough (i32.ge_u (local.get $index) (local.get $other)))
            (br_if $no (i32.ge_u (local.get $index) (local.get $end)))
            (br_if $no (i32.eqz (i32.load8_u (i32.add (global.get $tokens) (i32.load8_u (local.get $index))))))
            (local.set $index (i32.add (local.get $index) (i32.const 1)))
            (br $body)))
        (i32.store (global.get $found) (i32.load16_u (local.get $entry)))
        (i32.store offset=4 (global.get $found) (i32.sub (i32.add (local.get $start) (local.get $size)) (global.get $text)))
        (global.set $found (i32.add (global.get $found) (i32.const 8))))
      (local.set $index (i32.load8_u offset=6 (local.get $entry)))
      (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
      (br_if $each (i32.eqz (local.get $index)))))

  (func $isAlphanumeric (param $code i32) (result i32)
    (i32.or
      (i32.lt_u (i32.sub (local.get $code) (i32.const 48)) (i32.const 10))
      (i32.lt_u (i32.sub (i32.or (local.get $code) (i32.const 32)) (i32.const 97)) (i32.const 26))))

  ;; Stretches of 17 to 1200 characters between two quotes of any kind that may be a key, as start and end. Searches from
  ;; one offset to another like `scan`; where the hits are full, a stretch that is cut in two is lost.
  (func (export "quoted") (param $from i32) (param $length i32) (result i32)
    (local $at i32) (local $end i32) (local $quote i32) (local $mask i32) (local $place i32) (local $bytes v128) (local $room i32)
    (global.set $found (global.get $hits))
    (local.set $room (i32.sub (global.get $hitsEnd) (i32.const 1024)))
    (local.set $at (i32.add (global.get $text) (local.get $from)))
    (local.set $end (i32.add (global.get $text) (local.get $length)))
    (local.set $quote (local.get $end))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (br_if $done (i32.ge_u (global.get $found) (local.get $room)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $mask
          (i8x16.bitmask
            (v128.or
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 34)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 39))))
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 96))))))
        (block $none
          (loop $each
            (br_if $none (i32.eqz (local.get $mask)))
            (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br_if $none (i32.ge_u (local.get $place) (local.get $end)))
            (if (i32.gt_s (i32.sub (local.get $place) (local.get $quote)) (i32.const 16))
              (then
                (if (call $mayBeKey (i32.add (local.get $quote) (i32.const 1)) (local.get $place))
                  (then
                    (i32.store (global.get $found) (i32.sub (i32.add (local.get $quote) (i32.const 1)) (global.get $text)))
                    (i32.store offset=4 (global.get $found) (i32.sub (local.get $place) (global.get $text)))
                    (global.set $found (i32.add (global.get $found) (i32.const 8)))))))
            (local.set $quote (local.get $place))
            (br $each)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (i32.sub (local.get $at) (global.get $text)))

  ;; It follows a parenthesis or a space, has no character that no token has, and digits and letters.
  (func $mayBeKey (param $start i32) (param $end i32) (result i32)
    (local $code i32) (local $at i32) (local $digits i32) (local $letters i32)
    (if (i32.gt_u (i32.sub (local.get $end) (local.get $start)) (i32.const 1200)) (then (return (i32.const 0))))
    (if (i32.lt_u (i32.sub (local.get $start) (i32.const 2)) (global.get $text)) (then (return (i32.const 0))))
    (local.set $code (i32.load8_u (i32.sub (local.get $start) (i32.const 2))))
    (if (i32.and (i32.ne (local.get $code) (i32.const 40)) (i32.ne (local.get $code) (i32.const 32)))
      (then (return (i32.const 0))))
    (local.set $at (local.get $start))
    (block $no
      (loop $next
        (local.set $code (i32.load8_u (local.get $at)))
        (br_if $no (i32.eqz (i32.load8_u (i32.add (global.get $tokens) (local.get $code)))))
        (local.set $digits (i32.add (local.get $digits) (i32.lt_u (i32.sub (local.get $code) (i32.const 48)) (i32.const 10))))
        (local.set $letters (i32.add (local.get $letters)
          (i32.lt_u (i32.sub (i32.or (local.get $code) (i32.const 32)) (i32.const 97)) (i32.const 26))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
      (return (i32.and (i32.gt_u (local.get $digits) (i32.const 0)) (i32.ge_u (local.get $letters) (i32.const 4)))))
    (i32.const 0))
)
