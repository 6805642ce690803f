# Benchmark programs: core_benchmark holds the engine against natural limits; the same source without
# the limits, core_loop, also runs as WebAssembly, so that both builds can be compared.
add_executable(core_loop tests/benchmarks/core_loop.cc)
target_link_libraries(core_loop PRIVATE pixii_engine)
if(EMSCRIPTEN)
  target_link_options(core_loop PRIVATE -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sNODERAWFS=1)
else()
  add_executable(core_benchmark tests/benchmarks/core_benchmark.cc
                 node_modules/@nozbe/simdjson/src/simdjson.cpp)
  target_include_directories(core_benchmark SYSTEM PRIVATE node_modules/@nozbe/simdjson/src)
  target_link_libraries(core_benchmark PRIVATE pixii_engine)
  add_executable(ordered_map_benchmark tests/benchmarks/ordered_map_benchmark.cc)
  target_link_libraries(ordered_map_benchmark PRIVATE pixii_storage)
endif()
