// The loop of libFuzzer, which the toolchain links in with its fuzzer sanitizer.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
    int *count, char ***arguments, int (*takeInput)(const uint8_t *bytes, size_t count));
