# The WebAssembly host: target pixii_wasm writes engine.mjs and engine.wasm, with the hand-written
# engine.d.mts beside them, into PIXII_WASM_OUTPUT. One module serves page, Worker, Vite and Node.
#
# Errors are values in the core, so nothing is built with exceptions. An allocation that fails all
# the same aborts the instance (ABORTING_MALLOC), which wasm/wasm-instance.ts catches and remembers.
set(PIXII_WASM_OUTPUT ${CMAKE_SOURCE_DIR}/build/wasm CACHE PATH "Folder of engine.mjs and engine.wasm")
set(PIXII_WASM_FLAGS -fno-exceptions -fno-rtti -flto)

# The core's own objects take part in link-time optimisation.
foreach(layer base values wire expressions metering streams persistence storage partiql operations
        engine)
  get_target_property(kind pixii_${layer} TYPE)
  if(kind STREQUAL STATIC_LIBRARY)
    target_compile_options(pixii_${layer} PRIVATE -flto)
  endif()
endforeach()

# What a page loads weighs more than the speed of what is not done for every item: the folders below,
# what writes a database as bytes, and what scales, simulates or is from before expressions, are built
# small; but not what every item passes through.
foreach(layer base streams partiql operations)
  target_compile_options(pixii_${layer} PRIVATE -Oz)
endforeach()
file(GLOB PIXII_SMALL CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/storage/*_bytes.cc
     ${CMAKE_SOURCE_DIR}/core/storage/stream_store.cc
     ${CMAKE_SOURCE_DIR}/core/expressions/legacy_*.cc ${CMAKE_SOURCE_DIR}/core/metering/scaling_*.cc
     ${CMAKE_SOURCE_DIR}/core/metering/schedule*.cc ${CMAKE_SOURCE_DIR}/core/metering/simulation.cc
     ${CMAKE_SOURCE_DIR}/core/metering/time_zone*.cc ${CMAKE_SOURCE_DIR}/core/metering/workload.cc)
set_source_files_properties(${PIXII_SMALL} PROPERTIES COMPILE_OPTIONS -Oz)
set(PIXII_FAST base/base64 base/checksum base/utf8)
foreach(file operation_table capacity_door get_item item_plans page_source put_item table_lookup
             write_request)
  list(APPEND PIXII_FAST operations/${file})
endforeach()
list(TRANSFORM PIXII_FAST REPLACE ".+" "${CMAKE_SOURCE_DIR}/core/\\0.cc")
set_source_files_properties(${PIXII_FAST} PROPERTIES COMPILE_OPTIONS -O3)

# Of a template that several files use, the linker keeps the copy it meets first: let it be a fast one.
set(PIXII_WASM_LIBRARIES -Wl,--whole-archive pixii_values pixii_wire pixii_expressions
    pixii_metering pixii_storage -Wl,--no-whole-archive pixii_engine)

add_executable(pixii_wasm ${CMAKE_CURRENT_LIST_DIR}/bindings.cc)
target_link_libraries(pixii_wasm PRIVATE ${PIXII_WASM_LIBRARIES})
target_compile_definitions(pixii_wasm PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
target_compile_options(pixii_wasm PRIVATE -Wall -Wextra -Wshadow -Werror ${PIXII_WASM_FLAGS})
target_link_options(pixii_wasm PRIVATE -O3 ${PIXII_WASM_FLAGS} -lembind -lidbfs.js --no-entry
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createEngine -sENVIRONMENT=web,worker
  -sALLOW_MEMORY_GROWTH=1 -sABORTING_MALLOC=1 -sIMPORTED_MEMORY=1
  -sFORCE_FILESYSTEM=1 -sDYNAMIC_EXECUTION=0 -sTEXTDECODER=2
  -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS
  --extern-post-js ${CMAKE_CURRENT_LIST_DIR}/engine-location.mjs)
set_target_properties(pixii_wasm PROPERTIES
  OUTPUT_NAME engine
  SUFFIX .mjs
  RUNTIME_OUTPUT_DIRECTORY ${PIXII_WASM_OUTPUT}
  LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/engine-location.mjs
  # Debian keeps the JavaScript parser that Emscripten's optimiser needs in this folder.
  RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
configure_file(${CMAKE_CURRENT_LIST_DIR}/engine.d.mts ${PIXII_WASM_OUTPUT}/engine.d.mts COPYONLY)
