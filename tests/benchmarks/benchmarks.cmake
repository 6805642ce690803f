# Benchmark programs: core_benchmark holds the engine against natural limits, data_plane_benchmark
# larger operations against small ones, memory_benchmark against billed sizes; core_loop also runs as
# WebAssembly, so that both builds can be compared.
add_executable(core_loop tests/benchmarks/core_loop.cc)
if(EMSCRIPTEN)
  # Built and linked as the module that is shipped; see wasm/wasm.cmake.
  target_link_libraries(core_loop PRIVATE ${PIXII_WASM_LIBRARIES})
  target_compile_options(core_loop PRIVATE ${PIXII_WASM_FLAGS})
  target_link_options(core_loop PRIVATE -O3 ${PIXII_WASM_FLAGS} -sALLOW_MEMORY_GROWTH=1
                      -sEXIT_RUNTIME=1 -sENVIRONMENT=node)
  set_target_properties(core_loop PROPERTIES SUFFIX .cjs
    RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
else()
  target_link_libraries(core_loop PRIVATE pixii_engine)
  add_executable(core_benchmark tests/benchmarks/core_benchmark.cc
                 node_modules/@nozbe/simdjson/src/simdjson.cpp)
  target_include_directories(core_benchmark SYSTEM PRIVATE node_modules/@nozbe/simdjson/src)
  target_link_libraries(core_benchmark PRIVATE pixii_engine)
  add_executable(data_plane_benchmark tests/benchmarks/data_plane_benchmark.cc)
  target_link_libraries(data_plane_benchmark PRIVATE pixii_engine)
  add_executable(memory_benchmark tests/benchmarks/memory_benchmark.cc)
  target_link_libraries(memory_benchmark PRIVATE pixii_engine)
  add_executable(stream_loop tests/benchmarks/stream_loop.cc)
  target_link_libraries(stream_loop PRIVATE pixii_engine)
  add_executable(time_loop tests/benchmarks/time_loop.cc)
  target_link_libraries(time_loop PRIVATE pixii_engine)
  add_executable(metering_loop tests/benchmarks/metering_loop.cc)
  target_link_libraries(metering_loop PRIVATE pixii_engine)
  add_executable(unmetered_loop tests/benchmarks/metering_loop.cc
                 tests/benchmarks/unmetered_door.cc)
  target_link_libraries(unmetered_loop PRIVATE pixii_engine)
  add_executable(ordered_map_benchmark tests/benchmarks/ordered_map_benchmark.cc)
  target_link_libraries(ordered_map_benchmark PRIVATE pixii_storage)
endif()
