<?php
// $payload: the raw body as it came: file_get_contents('php://input'). For GET requests, and when
// values are sent in the query string, it is $_SERVER['QUERY_STRING'].
// $headers: an array with lower-case names: array_change_key_case(getallheaders()).
const TOLERANCE_SECONDS = 300;

function is_genuine(string $secret, array $headers, string $payload, ?int $now = null): bool
{
    $id = $headers['webhook-id'] ?? '';
    $timestamp = $headers['webhook-timestamp'] ?? '';
    if ($id === '' || !ctype_digit($timestamp) || abs(($now ?? time()) - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$payload", $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $given) {
        if (hash_equals($expected, $given)) {
            return true;
        }
    }
    return false;
}
